using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>A server of its own, that a test may kill.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-pg").FullName;
    private readonly string _programs;
    private readonly int _port;

    private OwnServer(string programs)
    {
        _programs = programs;
        _port = FreePort();
    }

    public string Connection => $"Host=127.0.0.1;Port={_port};Username=gridgov;Database=postgres;Timeout=3;SSL Mode=Disable;GSS Encryption Mode=Disable";

    public static async Task<OwnServer> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        Assert.SkipWhen(programs is null, "The programs of a PostgreSQL server are not installed.");
        var server = new OwnServer(programs!);
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", server._folder);
        await server.ProgramAsync("initdb", "-D", server.Data, "-U", "gridgov", "-A", "trust", "--no-sync");
        await server.UpAsync();
        return server;
    }

    public async Task UpAsync()
    {
        var log = Path.Combine(_folder, "log");
        try
        {
            await ProgramAsync("pg_ctl", "start", "-w", "-t", "60", "-D", Data, "-l", log, "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"The server does not start: {string.Join('\n', File.ReadLines(log).TakeLast(8))}", e);
        }
    }

    /// <summary>Kills the server and every process that it has started, and waits until they are gone.</summary>
    public async Task KillAsync()
    {
        var first = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        var all = Directory.GetDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var pid) ? pid : 0).Where(pid => pid == first || ParentOf(pid) == first).OrderBy(pid => pid != first).ToArray();
        foreach (var pid in all)
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                process.Kill();
            }
            catch (ArgumentException)
            {
            }
        }

        while (all.Any(pid => Directory.Exists($"/proc/{pid}") && !IsZombie(pid)))
            await Task.Delay(10);

        // Dead, but where nobody collects the dead its number still looks taken, and the server would not start.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
                await ProgramAsync("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Data => Path.Combine(_folder, "data");

    // Below those that clients are given: one that looks for a server which is down could otherwise take its port.
    private static int FreePort()
    {
        for (var port = 20_000 + (Environment.ProcessId % 10_000); ; port++)
        {
            try
            {
                using var free = new TcpListener(IPAddress.Loopback, port);
                free.Start();
                return port;
            }
            catch (SocketException) when (port < 32_000)
            {
            }
        }
    }

    private static string[] Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return ["Z", "0"];
        }
    }

    private static int ParentOf(int pid) => pid == 0 ? 0 : int.Parse(Stat(pid)[1], System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsZombie(int pid) => Stat(pid)[0] == "Z";

    private Task ProgramAsync(string name, params string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_programs, name), .. arguments])
        : RunAsync(Path.Combine(_programs, name), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server inherits what it is given to write to, and would keep it open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

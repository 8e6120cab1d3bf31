using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>Where a connection is cut, once, when the bytes of an entry that is marked come by.</summary>
internal enum Cut
{
    Never,

    /// <summary>The server gets the transaction, commits it, and its answer is lost.</summary>
    Answer,

    /// <summary>The server never gets the transaction.</summary>
    Request,

    /// <summary>The client is cut off at once, and the server gets the transaction only when it is let go.</summary>
    Late,
}

/// <summary>A small proxy before the server.</summary>
internal sealed class CutProxy : IAsyncDisposable
{
    public const string Mark = "CUT-HERE";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _let = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private volatile Task _late = Task.CompletedTask;

    public CutProxy(string connection)
    {
        _server = new(connection);
        _listener.Start();
        Connection = new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;
        _accepting = AcceptAsync();
    }

    public string Connection { get; }

    public Cut Next { get; set; }

    /// <summary>Whether whoever comes after the cut finds nobody.</summary>
    public bool StaysAway { get; set; }

    public int Cuts { get; private set; }

    /// <summary>Hands over what was held back, and ends when the server has dealt with it.</summary>
    public async Task LetGoAsync()
    {
        _let.TrySetResult();
        await _late;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                if (StaysAway && Cuts > 0)
                    client.Dispose();
                else
                    _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port, _end.Token);
                var lost = new StrongBox();
                var back = CopyAsync(server.GetStream(), client.GetStream(), lost);
                await RequestsAsync(client, server, lost);
                await back;
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task RequestsAsync(TcpClient client, TcpClient server, StrongBox lost)
    {
        var buffer = new byte[1 << 16];
        while (await client.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            var cut = Next != Cut.Never && buffer.AsSpan(0, read).IndexOf("CUT-HERE"u8) >= 0 ? Next : Cut.Never;
            if (cut != Cut.Never)
            {
                Next = Cut.Never;
                Cuts++;
            }

            switch (cut)
            {
                case Cut.Request:
                    client.Close();
                    return;
                case Cut.Answer:
                    lost.Value = true;
                    break;
                case Cut.Late:
                    lost.Value = true;
                    var held = buffer.AsSpan(0, read).ToArray();
                    _late = HeldAsync(server, held);
                    client.Close();
                    await _late;
                    return;
            }

            await server.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private async Task HeldAsync(TcpClient server, byte[] held)
    {
        await _let.Task;
        var stream = server.GetStream();
        await stream.WriteAsync(held);

        // The server closes when it has dealt with what it got and sees that nobody is there.
        server.Client.Shutdown(SocketShutdown.Send);
        var rest = new byte[1 << 16];
        while (await stream.ReadAsync(rest) > 0)
        {
        }
    }

    private async Task CopyAsync(NetworkStream server, NetworkStream client, StrongBox lost)
    {
        var buffer = new byte[1 << 16];
        while (await server.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            if (lost.Value)
            {
                // It answers after the commit; so it is committed, and nobody hears.
                client.Close();
                return;
            }

            await client.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}

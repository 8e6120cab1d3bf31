using System.Runtime.InteropServices;
using System.Text;
using CityDay.Cli;
using CityDay.Output;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();

// The first Ctrl-C ends the run in order; a second one finds no handler that keeps the process alive.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await new CityProgram(CityConsole.Make(), Console.Error).RunAsync(args, stop.Token);

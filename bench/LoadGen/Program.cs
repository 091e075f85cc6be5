using LoApi.LoadGen;
using LoApi.LoadGen.Wire;

if (args is ["replay", ..])
{
    SocketContinuations.RunInline();
}

return await LoadGenCommand.RunAsync(args, LoadGenHost.Console(), CancellationToken.None);

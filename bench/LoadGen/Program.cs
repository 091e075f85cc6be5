using LoApi.LoadGen;

return await LoadGenCommand.RunAsync(args, LoadGenHost.Console(), CancellationToken.None);

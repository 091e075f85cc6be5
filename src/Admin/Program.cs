using LoApi.Admin;

return await AdminCommand.RunAsync(args, AdminHost.Console(), CancellationToken.None);

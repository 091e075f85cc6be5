using LoApi.Reliability.Kills;

return await new KillCommand().Parse(args).InvokeAsync();

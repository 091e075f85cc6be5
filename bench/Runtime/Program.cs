using LoApi.Bench.Runtime;

// What a grain call and an idle activation cost. See docs/embedded-runtime.md.
await using var host = await GrainHost.StartAsync();
foreach (var callers in (int[])[1, 64])
{
    await CallCost.WarmUpAsync(host.Grains, callers);
    await CallCost.MeasureAsync(host.Grains, callers, TimeSpan.FromSeconds(5));
}

await ActivationCost.MeasureAsync(host.Grains, activations: 100_000);
return 0;

using LoApi.Bench.Runtime;
using Microsoft.Extensions.DependencyInjection;

// What a grain call and an idle activation cost. See docs/embedded-runtime.md.
await using var services = new ServiceCollection()
    .AddEmbeddedGrains(options => options.Assemblies.Add(typeof(CounterGrain).Assembly))
    .BuildServiceProvider();
var grains = services.GetRequiredService<IGrainFactory>();

await CallCost.MeasureAsync(grains, callers: 1, TimeSpan.FromSeconds(1));
await CallCost.MeasureAsync(grains, callers: 1, TimeSpan.FromSeconds(4));
await CallCost.MeasureAsync(grains, callers: 64, TimeSpan.FromSeconds(1));
await CallCost.MeasureAsync(grains, callers: 64, TimeSpan.FromSeconds(4));
await ActivationCost.MeasureAsync(grains, activations: 100_000);
return 0;

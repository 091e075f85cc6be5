using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoApi.SlowDatabase;

/// <summary>Has the last word on the services of a host that somebody else builds, by the event that test hosts use too.</summary>
internal sealed class HostInterception(Action<HostBuilderContext, IServiceCollection> configure)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
        {
            builder.ConfigureServices(configure);
        }
    }

    public void OnCompleted()
    {
        // Nothing was begun that would have to end.
    }

    public void OnError(Exception error)
    {
        // Whoever builds the host is told by an exception of their own.
    }
}

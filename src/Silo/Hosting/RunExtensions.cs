using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>Running a front end or a silo.</summary>
public static class RunExtensions
{
    /// <summary>Runs until it is told to stop. Wrong settings, and ports that are taken, end it at once, each with a sentence that names the key.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        var faults = FaultySettings(app.Services);
        if (faults.Count == 0)
        {
            faults = [.. app.Services.GetServices<OpenedPort>().Select(port => port.Fault(app.Services)).OfType<string>()];
        }

        if (faults.Count == 0)
        {
            GatheredOutput.Install();
            return await RunAsync(app);
        }

        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        await app.DisposeAsync();
        return 1;
    }

    private static async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (NotReadyException notReady)
        {
            await Console.Error.WriteLineAsync(notReady.Message);
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Set urls to another address.");
            return 1;
        }
    }

    private static IReadOnlyList<string> FaultySettings(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (Exception exception) when (Flatten(exception).All(IsFaultySetting))
        {
            return [.. Flatten(exception).SelectMany(Sentences)];
        }
    }

    private static IEnumerable<Exception> Flatten(Exception exception) =>
        exception is AggregateException all ? all.InnerExceptions : [exception];

    // The configuration binder's own exception names the key and the value that it could not convert.
    private static bool IsFaultySetting(Exception exception) =>
        exception is OptionsValidationException or InvalidOperationException { InnerException: FormatException or ArgumentException };

    private static IEnumerable<string> Sentences(Exception exception) =>
        exception is OptionsValidationException wrong ? wrong.Failures : [exception.Message];
}

using System.Net;
using LoApi.Deploy.Tests.Manifests;

namespace LoApi.Deploy.Tests.Processes;

/// <summary>The front end's entry point. In the embedded distribution it is its own silo, so it gets the environment of both.</summary>
public sealed class FrontEndTests
{
    [OverlayTheory]
    [InlineData("production")]
    public async Task FrontEnd_WithItsEnvironment_ServesAndEndsInOrder(string overlay)
    {
        await using var deployment = await Deployment.CreateMigratedAsync(overlay);
        await using var frontEnd = ContainerProcess.Start("frontend", [], Environment(deployment));
        using var http = deployment.Http("8080");
        foreach (var probe in (string[])["startupProbe", "livenessProbe", "readinessProbe"])
        {
            await frontEnd.AnswersAsync(http, deployment.Probe("loapi-frontend", probe));
        }

        using var unknown = await http.GetAsync(new Uri("/api/v1/countries", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode); // It is no development server that believes everybody.

        Assert.True(await frontEnd.StopAsync() == 0, frontEnd.Output);
        Assert.Empty(frontEnd.Written);
    }

    [OverlayTheory]
    [InlineData("production")]
    public async Task FrontEnd_WithoutASecret_EndsAndNamesTheSetting(string overlay)
    {
        await using var deployment = await Deployment.CreateAsync(overlay);
        await using var frontEnd = ContainerProcess.Start(
            "frontend", [], Environment(deployment).Where(variable => variable.Key != "Clients__MasterKey"));
        Assert.Equal(1, await frontEnd.EndedAsync());
        Assert.Contains("Clients:MasterKey", frontEnd.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Environment(Deployment deployment) =>
        deployment.Environment("loapi-silo").Concat(deployment.Environment("loapi-frontend")).DistinctBy(variable => variable.Key);
}

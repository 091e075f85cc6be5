using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Documentation;

/// <summary>What programs of others make of the OpenAPI document.</summary>
[Collection(ApiCollection.Name)]
public sealed class OpenApiToolTests(SqliteApiHost host)
{
    [NodeFact]
    public async Task Document_Linted_HasNothingToSayAbout() =>
        Assert.Contains("No results", await NodeScript.RunAsync("lint"), StringComparison.Ordinal);

    [NodeFact]
    public async Task GeneratedClient_MainJob_CompilesAndIsDone()
    {
        await NodeScript.RunAsync("generate");
        await NodeScript.RunAsync("compile");
        var output = await NodeScript.RunAsync(
            "main-job",
            ("LOAPI_URL", host.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority)),
            ("LOAPI_LOAN", Loans.Next()),
            ("LOAPI_CLIENT", host.Tests.Client.Id),
            ("LOAPI_KEY_ID", host.Tests.Key.KeyId),
            ("LOAPI_KEY", host.Tests.Key.Secret));
        Assert.Contains("The main job is done.", output, StringComparison.Ordinal);
    }
}

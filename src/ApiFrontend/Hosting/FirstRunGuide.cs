using System.Text.Json;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Idempotency;
using LoApi.Clients;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Silo;
using LoApi.Users;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>Tells a developer, once the service listens, where it is and how to create a first payoff.</summary>
internal sealed class FirstRunGuide(
    IGrainFactory grains,
    TimeProvider clock,
    IServer server,
    IOptions<AuthenticationOptions> authentication,
    IOptions<MasterKeyOptions> keys) : IHostedLifecycleService
{
    private const string Demonstrator = "1"; // User 1 of the demonstration data, who belongs to location 1.

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var days = await grains.GetGrain<IPayoffRulesGrain>(0).ListDatesAsync(LoanProgram.Section7a, from: null, count: 10);
        var draft = new Payoff
        {
            SbaLoanNumber = FreshLoanNumber(),
            Program = LoanProgram.Section7a,
            LocationId = Demonstrator,
            AmountType = AmountType.Full,
            PayoffDate = days[^1],
            Reason = PayoffReason.Refinance,
            Contact = new() { Name = "Pat Doe", Phone = "202-555-0100", Email = "pat.doe@example.com" },
        };
        if (await grains.GetGrain<IUserGrain>(Demonstrator).GetAsync() is not { Active: true } user || !user.BelongsTo(Demonstrator)
            || Credentials() is not { } credentials)
        {
            return; // No demonstration data: nothing that could be pasted would work.
        }

        await Console.Out.WriteLineAsync($"""

            LoApi listens.

              Health     {address}/health
              Browse     {address}/docs
              OpenAPI    {address}/openapi/v1.json

            Create a payoff (paste it twice: the second answer is a replay of the first). {credentials.Remark}

              curl -i {address}/api/v1/payoffs \
                -H 'Content-Type: application/json' \
                -H '{IdempotencyKey.Header}: {Guid.NewGuid()}' \
                {credentials.Arguments} \
                -d '{JsonSerializer.Serialize(draft, LoApiJson.Sparse.Payoff)}'

            """);
    }

    /// <summary>The arguments of <c>curl</c> that say who calls, and what there is to know of them; null where nobody is known.</summary>
    private (string Arguments, string Remark)? Credentials()
    {
        if (authentication.Value.Mode == AuthenticationMode.DevelopmentHeaders)
        {
            return (
                $"-H '{DevelopmentHeaderAuthenticator.UserHeader}: {Demonstrator}' -H '{DevelopmentHeaderAuthenticator.LocationHeader}: {Demonstrator}'",
                "Authentication is off: every caller is believed.");
        }

        return DemonstrationCredentials.Read(keys.Value.DataFolder) is { } demo
            ? ($"-H 'Authorization: Bearer {demo.SignToken(clock.GetUtcNow(), Demonstrator, Demonstrator)}'",
                $"Its token holds for five minutes and for this one payoff; this makes another:\n\n  dotnet run --project src/Admin -- token --client {demo.ClientId} --user {Demonstrator} --location {Demonstrator}")
            : null;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A loan number that no earlier start has shown: eight digits of the clock, and their check digits.</summary>
    private string FreshLoanNumber() =>
        SbaLoanNumber.WithCheckDigits((clock.GetUtcNow().ToUnixTimeSeconds() % 100_000_000).ToString("D8"));
}

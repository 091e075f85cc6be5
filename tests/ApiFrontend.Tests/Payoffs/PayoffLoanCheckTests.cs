using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Payoffs;
using LoApi.Storage.Importing;
using LoApi.Storage.Loans;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Payoffs;

[Collection(ApiCollection.Name)]
public sealed class PayoffLoanCheckTests(SqliteApiHost host)
{
    [Fact]
    public async Task CreatePayoff_LoansChecked_AreThoseOfTheLocationOnly()
    {
        var (own, others, nobodys) = (Loans.Next(), Loans.Next(), Loans.Next());
        await host.Services.GetRequiredService<Importer>().ImportAsync(new ImportSet
        {
            Loans = [new Loan(own, "1", LoanProgram.Section7a), new Loan(others, "2", LoanProgram.Section7a)],
        });
        using var siloPort = LoopbackPort.Take();
        await using var checking = host.WithWebHostBuilder(builder => builder
            .UseSetting("Payoffs:CheckLoan", "true")
            .UseSetting("Silo:SiloPort", $"{siloPort.Number}"));
        using var client = host.CreateClientOf(checking, "1", "1");

        var ofOthers = await CreateAsync(client, others);
        var ofNobody = await CreateAsync(client, nobodys);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (ofOthers.Status, ofOthers.Code));
        Assert.Equal(["/sba_loan_number loan_unknown"], ofOthers.Errors);
        Assert.Equal(ofNobody.Json.GetProperty("errors").GetRawText(), ofOthers.Json.GetProperty("errors").GetRawText());
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(client, own)).Status);

        // Told together with what is wrong with the form of other members.
        var faulty = await client.PostAnswerAsync(
            "/api/v1/payoffs", Drafts.Payoff(nobodys, ("reason", "whim")), ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.Equal(["/reason invalid_value", "/sba_loan_number loan_unknown"], faulty.Errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CreatePayoff_LoansNotChecked_MayBeAny()
    {
        using var client = host.CreateClient("1", "1");
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(client, Loans.Next())).Status);
    }

    private static Task<Answer> CreateAsync(HttpClient client, string loan) =>
        client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(loan), ("Idempotency-Key", Guid.NewGuid().ToString()));
}

using LoApi.ApiFrontend;
using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Health;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.LifeCycle;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Requests;
using LoApi.ApiFrontend.Version;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // Settings lie beside the program, wherever it is started from; relative paths in them start where it is started.
    ContentRootPath = AppContext.BaseDirectory,
});

builder.AddLogging();
builder.AddHttpServer();
builder.AddCoHostedSilo();
builder.AddAuditTrail();
builder.AddClientAuthentication();
builder.AddRateLimits();
builder.AddIdempotency();
builder.AddLists();
builder.AddReferenceData();
builder.AddHealth();
builder.AddDocumentation();
builder.AddFirstRunGuide();

var app = builder.Build();

app.UseRequestIds();
app.UseRequestLog();
app.UseAuditTrail();
app.UseErrors();
app.UseConnection();
app.UseSecurityHeaders();
app.UseAllowedMethods();
app.UseDocumentationPage();
app.UseCanonicalSpellings();
app.UseRouting();
app.UseNegotiation();
app.UseLifeCycleHeaders();
app.UseClientAuthentication();  // Who is the client, is it within its limit, and on whose behalf does it ask.

app.MapHealth();
app.MapVersion();
app.MapDocumentation();
app.MapApi();                   // The resources. What is written is audited in its own transaction, not by this pipeline.

return await app.RunOrExplainAsync();

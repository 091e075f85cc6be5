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
using LoApi.ApiFrontend.Ops;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Requests;
using LoApi.ApiFrontend.Statistics;
using LoApi.ApiFrontend.Telemetry;
using LoApi.ApiFrontend.Version;
using LoApi.Silo;
using LoApi.Silo.Telemetry;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // Settings lie beside the program, wherever it is started from; relative paths in them start where it is started.
    ContentRootPath = AppContext.BaseDirectory,
});

builder.AddLogging("loapi-frontend");
builder.AddErrorReports();
builder.AddTelemetry("loapi-frontend");
builder.AddMeasures();
builder.AddRequestLog();
builder.AddHttpServer();
builder.AddGrains();
builder.AddAuditTrail();
builder.AddClientAuthentication();
builder.AddRateLimits();
builder.AddIdempotency();
builder.AddLists();
builder.AddReferenceData();
builder.AddStatistics();
builder.AddHealth();
builder.AddOps();
builder.AddDocumentation();
builder.AddFirstRunGuide();

var app = builder.Build();

// The order has its reasons. Each line sees what those below it answer.
app.UseRequestIds();            // Everything below names the request.
app.UseRequestLog();            // Sees the status that errors come to.
app.UseRequestTelemetry();
app.UseProblemRecord();
app.UseAuditTrail();
app.UseErrors();                // Whatever fails below is a problem document.
app.UseForwardedConnection();   // Scheme and address, which the next three go by.
app.UseSecurityHeaders();       // On every answer, the redirect's among them.
app.UseHttpsRedirect();         // Before credentials are looked at. It costs the address, like any stranger's request.
app.UseAllowedMethods();
app.UseCanonicalSpellings();    // Before the router sees the path.
app.UseRouting();               // What is asked of a caller stands on the endpoint.
app.UseLifeCycleHeaders();      // On every answer of the endpoint, refusals among them.
app.UseClientAuthentication();  // Who is the client, is it within its limit, and on whose behalf does it ask. From here on every answer was paid for.
app.UseNegotiation();
app.UseDocumentationPage();

app.MapHealth();
app.MapVersion();
app.MapOps();
app.MapDocumentation();
app.MapApi();                   // The resources. What is written is audited in its own transaction, not by this pipeline.

return await app.RunOrExplainAsync();

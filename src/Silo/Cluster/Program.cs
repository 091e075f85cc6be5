using LoApi.Silo;
using LoApi.Silo.Dashboard;
using LoApi.Silo.Health;
using Microsoft.AspNetCore.Builder;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // Settings lie beside the program, wherever it is started from; relative paths in them start where it is started.
    ContentRootPath = AppContext.BaseDirectory,
});

builder.AddSiloSettings();
builder.AddLogging();
builder.AddClusterSilo();
builder.AddPrivateListeners();  // After the silo: who is answered there has joined.
builder.AddHealth();
builder.AddDashboard();

var app = builder.Build();

app.UseHealth();
app.UseDashboard();

return await app.RunOrExplainAsync();

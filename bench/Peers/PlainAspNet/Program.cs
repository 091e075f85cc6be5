using LoApi.PlainAspNet;
using LoApi.PlainAspNet.Authentication;
using LoApi.PlainAspNet.Countries;
using LoApi.PlainAspNet.Payoffs;
using LoApi.PlainAspNet.Storage;
using LoApi.PlainAspNet.Users;

// Run by bench/run, with Storage:Provider, Storage:ConnectionString and Clients:0.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.PropertyNamingPolicy = PeerJson.Default.Options.PropertyNamingPolicy;
    json.SerializerOptions.UnmappedMemberHandling = PeerJson.Default.Options.UnmappedMemberHandling;
    json.SerializerOptions.Converters.Add(new MoneyConverter());
    json.SerializerOptions.Converters.Add(new InstantConverter());
    json.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default);
});
builder.AddStorage();
builder.AddAccess();

var app = builder.Build();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapGet("/health/ready", () => TypedResults.Ok());
var api = app.MapGroup("/api/v1");
api.MapCountries();
api.MapUsers();
api.MapPayoffs();

await app.RunAsync();

namespace LoApi.ApiFrontend.Idempotency;

internal static class IdempotencyExtensions
{
    /// <summary>Adds what answers repeats of writes.</summary>
    public static void AddIdempotency(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<IdempotencyOptions>()
            .BindConfiguration(IdempotencyOptions.Section)
            .Validate(
                options => options.WaitForFirst >= TimeSpan.FromMilliseconds(10) && options.WaitForFirst <= TimeSpan.FromSeconds(20),
                "Idempotency:WaitForFirst lies between 00:00:00.01 and 00:00:20.")
            .ValidateOnStart();
        builder.Services.AddSingleton<RepeatedWrites>();
    }
}

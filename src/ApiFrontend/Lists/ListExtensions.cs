namespace LoApi.ApiFrontend.Lists;

internal static class ListExtensions
{
    /// <summary>Adds what lists have in common: cursors and their key.</summary>
    public static void AddLists(this WebApplicationBuilder builder)
    {
        var options = builder.Services.AddOptions<CursorOptions>().BindConfiguration(CursorOptions.Section);
        if (builder.Environment.IsDevelopment())
        {
            options.PostConfigure(cursors => cursors.Key ??= DevelopmentCursorKey.ReadOrCreate());
        }

        options
            .Validate(
                cursors => cursors.KeyBytes().Length >= CursorOptions.MinKeyBytes,
                "Cursors:Key is not set or no base64 of at least 32 bytes; set it to that of 32 random ones, the same for every front end.")
            .ValidateOnStart();
        builder.Services.AddSingleton<CursorCodec>();
        builder.Services.AddSingleton<ListReader>();
    }
}

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
            .ValidateDataAnnotations()
            .Validate(
                cursors => cursors.Key is null || cursors.KeyBytes().Length >= CursorOptions.MinKeyBytes,
                "Cursors:Key is no base64 of at least 32 bytes.")
            .ValidateOnStart();
        builder.Services.AddSingleton<CursorCodec>();
        builder.Services.AddSingleton<ListReader>();
    }
}

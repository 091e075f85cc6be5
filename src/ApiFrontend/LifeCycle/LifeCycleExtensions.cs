namespace LoApi.ApiFrontend.LifeCycle;

internal static class LifeCycleExtensions
{
    /// <summary>
    /// Declares endpoints deprecated, once for a group: their answers carry <c>Deprecation</c> (RFC 9745), <c>Sunset</c>
    /// (RFC 8594) and the links, and the documentation marks them.
    /// </summary>
    public static TBuilder Deprecate<TBuilder>(this TBuilder endpoints, Deprecated declaration)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(declaration);

    /// <summary>From here on answers of deprecated endpoints say so, whatever their status.</summary>
    public static void UseLifeCycleHeaders(this IApplicationBuilder app) => app.UseMiddleware<LifeCycleMiddleware>();
}

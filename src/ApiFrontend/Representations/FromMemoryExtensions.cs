namespace LoApi.ApiFrontend.Representations;

internal static class FromMemoryExtensions
{
    /// <summary>Declares that the endpoint's answer may come from memory.</summary>
    public static TBuilder AnswersFromMemory<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(FromMemory.Metadata);
}

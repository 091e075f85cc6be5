using System.Collections.Immutable;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Binding;

/// <summary>What of a body has the form of the model.</summary>
/// <param name="Json">A JSON object of the members that are sound.</param>
/// <param name="Errors">What is wrong with the others; empty where the body is sound as a whole.</param>
internal sealed record SoundBody(ReadOnlyMemory<byte> Json, ImmutableArray<MemberError> Errors);

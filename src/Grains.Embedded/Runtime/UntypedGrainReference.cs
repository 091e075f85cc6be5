using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A reference that can be turned into a typed one.</summary>
internal sealed class UntypedGrainReference(GrainRoute route) : GrainReference(route);

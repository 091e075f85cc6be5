namespace Orleans;

/// <summary>The type crosses between processes. Means something in the cluster distribution only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether the parameters of a primary constructor are serialised; so for records, unless said otherwise.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }

    /// <summary>Which members are numbered without saying so.</summary>
    public GenerateFieldIds GenerateFieldIds { get; init; }
}

namespace LoApi.Operations;

/// <summary>What figures of several processes come to together.</summary>
[GenerateSerializer, Alias("figure-merge")]
public enum FigureMerge
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The greatest of them: where all tell of the same thing, or the worst counts.</summary>
    Max,
}

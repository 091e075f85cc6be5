namespace Orleans;

/// <summary>Which members are numbered without saying so.</summary>
public enum GenerateFieldIds
{
    /// <summary>None.</summary>
    None,

    /// <summary>Public properties.</summary>
    PublicProperties,
}

namespace LoApi.Comparison;

/// <summary>What a run measures; each has a marked section of the page to itself.</summary>
internal enum Part
{
    /// <summary>All contenders at all work, with 32 connections, and LoApi alone.</summary>
    Contenders,

    /// <summary>All contenders at the main work, with one connection and with many.</summary>
    Connections,

    /// <summary>LoApi with much data.</summary>
    Scaling,
}

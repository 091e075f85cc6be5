namespace LoApi.ApiFrontend.Lists;

/// <summary>What the value of a query parameter is.</summary>
internal enum ParameterForm
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,
}

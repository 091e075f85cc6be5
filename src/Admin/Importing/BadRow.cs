namespace LoApi.Admin.Importing;

/// <summary>A row that cannot be imported, and why not.</summary>
/// <param name="Line">The line it starts on, counted from 1.</param>
/// <param name="Reasons">What is wrong, a phrase that begins with the column's name where one is to blame.</param>
internal sealed record BadRow(long Line, IReadOnlyList<string> Reasons);

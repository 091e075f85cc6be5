namespace LoApi.Storage.Sql;

/// <summary>One row to write.</summary>
/// <param name="Shape">By which statement.</param>
/// <param name="Values">In the order of <see cref="RowShape.Bound"/>, as the column kinds' own types.</param>
internal sealed record Row(RowShape Shape, object?[] Values);

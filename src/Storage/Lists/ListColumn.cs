using System.Globalization;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Lists;

/// <summary>A column that a list can be filtered or sorted by.</summary>
/// <param name="Member">The member's name in JSON.</param>
/// <param name="Name">The column as a statement names it; never NULL where it can be sorted by.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="TextOf">The member's value as keysets hold it.</param>
internal sealed record ListColumn<T>(string Member, string Name, ColumnKind Kind, Func<T, string> TextOf)
{
    /// <summary>Binds a value that came as text. Throws <see cref="InvalidKeysetException"/> where it is none of the column's kind.</summary>
    public void Bind(Bindings bindings, string parameter, string text)
    {
        switch (Kind)
        {
            case ColumnKind.Text:
                bindings.Text(parameter, text);
                break;
            case ColumnKind.Uuid when Guid.TryParseExact(text, "D", out var uuid):
                bindings.Uuid(parameter, uuid);
                break;
            case ColumnKind.Instant when InstantText.TryParse(text, out var instant):
                bindings.Instant(parameter, instant);
                break;
            case ColumnKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                bindings.Date(parameter, date);
                break;
            case ColumnKind.Bool when bool.TryParse(text, out var flag):
                bindings.Bool(parameter, flag);
                break;
            default:
                throw new InvalidKeysetException();
        }
    }
}

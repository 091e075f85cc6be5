using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>
/// Rows as Oracle's driver hands them out. A number's type follows from its column's precision: NUMBER(1) is a
/// <see cref="short"/>, NUMBER(10) a <see cref="long"/>, NUMBER(19) and what is computed a <see cref="decimal"/>, and
/// NUMBER(15, 2) a <see cref="double"/>. No number remembers the zeros at its end. A DATE is a <see cref="DateTime"/>.
/// </summary>
internal sealed partial class RecorderReader(NpgsqlDataReader server) : DbDataReader
{
    private Func<object, object>?[]? _conversions;

    public override int Depth => server.Depth;

    public override int FieldCount => server.FieldCount;

    public override bool HasRows => server.HasRows;

    public override bool IsClosed => server.IsClosed;

    public override int RecordsAffected => server.RecordsAffected;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool GetBoolean(int ordinal) => throw new InvalidCastException("Oracle has no booleans.");

    public override byte GetByte(int ordinal) => Convert.ToByte(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException("Oracle's driver has no GetChar.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => server.GetDataTypeName(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => Convert.ToDouble(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override Type GetFieldType(int ordinal) => server.GetDataTypeName(ordinal) is var name && Number(name) is { } type
        ? type
        : Instant(name) is null ? server.GetFieldType(ordinal) : typeof(DateTime);

    public override float GetFloat(int ordinal) => Convert.ToSingle(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override Guid GetGuid(int ordinal) => throw new InvalidCastException("A UUID is text.");

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    // Oracle answers names in capitals.
    public override string GetName(int ordinal) => server.GetName(ordinal).ToUpperInvariant();

    public override int GetOrdinal(string name) => server.GetOrdinal(name);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override object GetValue(int ordinal)
    {
        _conversions ??= [.. Enumerable.Range(0, FieldCount).Select(Conversion)];
        var value = server.GetValue(ordinal);
        return value is DBNull || _conversions[ordinal] is not { } convert ? value : convert(value);
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override bool IsDBNull(int ordinal) => server.IsDBNull(ordinal);

    public override bool NextResult() => server.NextResult();

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => server.NextResultAsync(cancellationToken);

    public override bool Read() => server.Read();

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await server.ReadAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw RecorderException.From(exception);
        }
    }

    public override Task CloseAsync() => server.CloseAsync();

    public override async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await base.DisposeAsync();
    }

    public override void Close() => server.Close();

    /// <summary>The type that Oracle's driver gives a number by its precision and scale; null for what is none.</summary>
    private static Type? Number(string type)
    {
        var facets = Numeric().Match(type);
        if (facets.Success)
        {
            var precision = int.Parse(facets.Groups["precision"].ValueSpan, CultureInfo.InvariantCulture);
            var scale = facets.Groups["scale"].Success ? int.Parse(facets.Groups["scale"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            return (precision, scale) switch
            {
                ( < 5, 0) => typeof(short),
                ( < 10, 0) => typeof(int),
                ( < 19, 0) => typeof(long),
                ( < 8, > 0) => typeof(float),
                ( < 16, > 0) => typeof(double),
                _ => typeof(decimal),
            };
        }

        return type.EndsWith(".number", StringComparison.Ordinal) || type is "numeric" or "integer" or "bigint" or "smallint" or "number" ? typeof(decimal) : null;
    }

    private Func<object, object>? Conversion(int ordinal)
    {
        var name = server.GetDataTypeName(ordinal);
        var type = Number(name);
        return type is null
            ? Instant(name)
            : value => type == typeof(decimal)
                ? WithoutZeros(Convert.ToDecimal(value, CultureInfo.InvariantCulture))
                : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    /// <summary>A time that came as text, of a server that is like Oracle.</summary>
    private static Func<object, object>? Instant(string type) => type.Contains("timestamp", StringComparison.Ordinal) || type.Contains("date", StringComparison.Ordinal)
        ? value => value is string text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None) : value
        : null;

    private static decimal WithoutZeros(decimal value) => value / 1.0000000000000000000000000000m;

    [GeneratedRegex(@"^(numeric|number)\((?<precision>\d+)(,\s*(?<scale>\d+))?\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Numeric();
}

using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using NpgsqlTypes;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>A parameter that takes what Oracle's takes.</summary>
internal sealed class RecorderParameter : DbParameter
{
    private const int Varchar2Bytes = 4000;

    public override DbType DbType
    {
        get => OracleDbType switch
        {
            BindType.TimeStamp => DbType.DateTime,
            BindType.Date => DbType.Date,
            BindType.Decimal => DbType.Decimal,
            BindType.Int16 => DbType.Int16,
            BindType.Int32 => DbType.Int32,
            BindType.Int64 => DbType.Int64,
            _ => DbType.String,
        };
        set => OracleDbType = value switch
        {
            DbType.DateTime => BindType.TimeStamp,
            DbType.Date => BindType.Date,
            DbType.Decimal => BindType.Decimal,
            DbType.Int16 => BindType.Int16,
            DbType.Int32 => BindType.Int32,
            DbType.Int64 => BindType.Int64,
            DbType.String or DbType.AnsiString => BindType.Varchar2,
            _ => throw new ArgumentException($"Oracle's driver knows no DbType.{value} on every version of the server.", nameof(value)),
        };
    }

    /// <summary>Found by its name, as Oracle's is: DbType knows no CLOB.</summary>
    public BindType OracleDbType { get; set; } = BindType.Varchar2;

    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;

    public override bool IsNullable { get; set; } = true;

    [AllowNull]
    public override string ParameterName { get; set; } = "";

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    /// <summary>
    /// The server's type. A server like Oracle has a type of its own for dates, which PostgreSQL's driver does not know; it
    /// makes one of PostgreSQL's by itself.
    /// </summary>
    public NpgsqlDbType ServerType(bool serverIsOracleLike) => OracleDbType switch
    {
        BindType.Date when serverIsOracleLike => NpgsqlDbType.Date,
        BindType.TimeStamp or BindType.Date => NpgsqlDbType.Timestamp,
        BindType.Decimal => NpgsqlDbType.Numeric,
        BindType.Int16 => NpgsqlDbType.Smallint,
        BindType.Int32 => NpgsqlDbType.Integer,
        BindType.Int64 => NpgsqlDbType.Bigint,
        _ => NpgsqlDbType.Text,
    };

    public override void ResetDbType() => OracleDbType = BindType.Varchar2;

    /// <summary>A value as the server gets it.</summary>
    public object ServerValue(object? value) => (OracleDbType, value) switch
    {
        (_, null or DBNull) => DBNull.Value,
        (BindType.Varchar2 or BindType.Clob, "") => DBNull.Value, // Oracle has no empty text.
        (BindType.Varchar2, string text) when Encoding.UTF8.GetByteCount(text) > Varchar2Bytes =>
            throw new RecorderException(1461, "can bind a LONG value only for insert into a LONG column"),
        (BindType.Varchar2 or BindType.Clob, string text) => text,
        (BindType.TimeStamp, DateTime { Kind: DateTimeKind.Unspecified } time) => time,
        (BindType.Date, DateTime { Kind: DateTimeKind.Unspecified } date) when date.TimeOfDay == TimeSpan.Zero => date,
        (BindType.Decimal, decimal) or (BindType.Int16, short) or (BindType.Int32, int) or (BindType.Int64, long) => value,
        _ => throw new ArgumentException($"{ParameterName}: a {value.GetType().Name} is no {OracleDbType}.", nameof(value)),
    };
}

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>The types of Oracle's driver (its OracleDbType) that LoApi binds.</summary>
internal enum BindType
{
    Varchar2,
    Clob,
    TimeStamp,
    Date,
    Decimal,
    Int16,
    Int32,
    Int64,
}

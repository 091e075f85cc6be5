namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>What Oracle compares without a conversion.</summary>
internal enum ValueKind
{
    Text,
    Clob,
    Number,
    Date,
    Timestamp,
}

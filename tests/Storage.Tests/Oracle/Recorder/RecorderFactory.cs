using System.Data.Common;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>
/// A driver as strict as Oracle's, that speaks no wire: it keeps what it is asked on file and lets PostgreSQL answer.
/// It binds by position and takes only the types that Oracle's driver takes; numbers, empty texts, errors and transactions
/// are as Oracle has them. There is no translator: the statements themselves run, <see cref="ServerText"/> says with which
/// exceptions.
/// </summary>
internal sealed class RecorderFactory(Recording recording, bool serverIsOracleLike = false) : DbProviderFactory
{
    public Recording Recording => recording;

    /// <summary>Whether the server underneath knows Oracle's types and PL/SQL by itself.</summary>
    public bool ServerIsOracleLike => serverIsOracleLike;

    public override DbConnection CreateConnection() => new RecorderConnection(this);

    public override DbCommand CreateCommand() => new RecorderCommand();

    public override DbParameter CreateParameter() => new RecorderParameter();

    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new();
}

using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Audit;

[Collection(ApiCollection.Name)]
public sealed class AuditRecordOnSqliteTests(SqliteApiHost host) : AuditRecordTests(host);

using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Audit;

[Collection(PostgreSqlApiCollection.Name)]
public sealed class AuditRecordOnPostgreSqlTests(PostgreSqlApiHost host) : AuditRecordTests(host);

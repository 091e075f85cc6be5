using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

[Collection(ApiCollection.Name)]
public sealed class PayoffChangeOnSqliteTests(SqliteApiHost host) : PayoffChangeTests(host);

using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

[Collection(PostgreSqlApiCollection.Name)]
public sealed class PayoffChangeOnPostgreSqlTests(PostgreSqlApiHost host) : PayoffChangeTests(host);

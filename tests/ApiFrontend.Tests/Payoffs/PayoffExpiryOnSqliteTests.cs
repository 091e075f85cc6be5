using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

public sealed class PayoffExpiryOnSqliteTests() : PayoffExpiryTests(new SqliteApiHost());

using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using LoApi.Storage.Dialects;
using LoApi.Storage.Migrations;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Reference;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Oracle.Statements;
using LoApi.Storage.Users;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>What can be known of the statements for Oracle without an Oracle.</summary>
public sealed partial class OracleDialectTests
{
    private readonly OracleDialect _dialect = FakeOracle.Dialect();

    [Fact]
    public void Statements_OfEveryShape_BindEachParameterOnceAndInOrder()
    {
        Assert.True(AllShapes.List.Count >= 12, "The shapes were not found.");
        Assert.All(AllShapes.List, shape => Assert.Equal(
            shape.Bound.Select(column => column.Parameter),
            Bind().Matches(_dialect.Statement(shape)).Select(match => match.Groups["name"].Value)));
    }

    [Fact]
    public void Names_OfEveryShape_AreShortAndNotReserved() =>
        Assert.All(
            AllShapes.List.SelectMany(shape => shape.Bound.SelectMany(column => new[] { shape.Table, column.Name, column.Parameter })).Distinct(),
            AssertName);

    [Fact]
    public void Names_OfTheSchema_AreShortAndNotReserved()
    {
        var names = Migration.All
            .SelectMany(migration => migration.Statements(_dialect))
            .Where(statement => statement.StartsWith("CREATE ", StringComparison.Ordinal) || statement.StartsWith("ALTER ", StringComparison.Ordinal))
            .Select(statement => IsFunction(statement) ? statement[..statement.IndexOf('(', StringComparison.Ordinal)] : statement)
            .SelectMany(statement => Declared().Matches(statement).Select(match => match.Groups["name"].Value))
            .ToArray();

        Assert.True(names.Length > 80, "The names were not found.");
        Assert.All(names, AssertName);
    }

    [Fact]
    public void Schema_InOracle_HasNoTypesOfOthersAndNoTokensLeft() =>
        Assert.All(
            Migration.All.SelectMany(migration => migration.Statements(_dialect)),
            statement =>
            {
                Assert.Equal(IsFunction(statement), statement.Contains(';', StringComparison.Ordinal));
                Assert.DoesNotMatch(@"(?i)[{}]|\btext\b|\bboolean\b|\bbigint\b|\bif not exists\b|\bserial\b", statement);
                Assert.DoesNotContain("''", statement, StringComparison.Ordinal);
            });

    [Fact]
    public void Upsert_WithColumnsToChange_IsAMerge() =>
        Assert.Equal(
            """
            MERGE INTO COUNTRY t
            USING (SELECT :alpha2 AS alpha2, :alpha3 AS alpha3, :numeric_code AS numeric_code, :country_name AS country_name, :official_name AS official_name, :region AS region FROM DUAL) r
            ON (t.alpha2 = r.alpha2)
            WHEN MATCHED THEN UPDATE SET alpha3 = r.alpha3, numeric_code = r.numeric_code, country_name = r.country_name, official_name = r.official_name, region = r.region
            WHEN NOT MATCHED THEN INSERT (alpha2, alpha3, numeric_code, country_name, official_name, region)
            VALUES (r.alpha2, r.alpha3, r.numeric_code, r.country_name, r.official_name, r.region)
            """,
            _dialect.Statement(CountryRow.Upsert));

    [Fact]
    public async Task Execute_ForSeveralRows_BindsAnArrayPerColumnAndExecutesOnce()
    {
        using var command = new FakeOracle.Command();
        object?[][] rows = [["1", "7"], ["2", "8"], ["3", "9"]];

        var touched = await _dialect.ExecuteAsync(command, UserRow.InsertLocation, rows, CancellationToken.None);

        Assert.Equal(3, touched);
        Assert.Equal(1, command.Executions);
        Assert.Equal(3, command.ArrayBindCount);
        Assert.True(command.BindByName);
        Assert.Equal(["user_id", "location_id"], command.Parameters.Cast<IDataParameter>().Select(parameter => parameter.ParameterName));
        Assert.Equal(new object[] { "7", "8", "9" }, command.Parameters[1].Value);
    }

    [Fact]
    public async Task Execute_ForAPayoff_BindsTheTypesThatTheDriverTakes()
    {
        using var command = new FakeOracle.Command();
        var payoff = Sample.FullPayoff();

        await _dialect.ExecuteAsync(command, PayoffTable.Insert, [PayoffTable.ToInsert(payoff).Values], CancellationToken.None);

        var bound = command.Parameters.Cast<IDataParameter>().ToDictionary(parameter => parameter.ParameterName);
        Assert.Equal((DbType.String, payoff.Id.ToString()), (bound["id"].DbType, bound["id"].Value));
        Assert.Equal((DbType.DateTime, payoff.CreatedAt!.Value.UtcDateTime), (bound["created_at"].DbType, bound["created_at"].Value));
        Assert.Equal(DateTimeKind.Unspecified, ((DateTime)bound["created_at"].Value!).Kind);
        Assert.Equal((DbType.Date, new DateTime(2027, 2, 18)), (bound["payoff_date"].DbType, bound["payoff_date"].Value));
        Assert.Equal((DbType.Decimal, 125_000.00m), (bound["prepayment_amount"].DbType, bound["prepayment_amount"].Value));
        Assert.Equal((DbType.Int64, 1L), (bound["version"].DbType, bound["version"].Value));
        Assert.Equal(DBNull.Value, bound["mailing_line2"].Value);
    }

    [Theory]
    [InlineData(1, nameof(StorageFault.UniqueViolation))]
    [InlineData(60, nameof(StorageFault.Transient))]
    [InlineData(8177, nameof(StorageFault.Transient))]
    [InlineData(4068, nameof(StorageFault.Transient))]
    [InlineData(1013, nameof(StorageFault.Cancelled))]
    [InlineData(54, nameof(StorageFault.Locked))]
    [InlineData(30006, nameof(StorageFault.Locked))]
    [InlineData(2291, nameof(StorageFault.Integrity))]
    [InlineData(2292, nameof(StorageFault.Integrity))]
    [InlineData(12899, nameof(StorageFault.Validation))]
    [InlineData(1438, nameof(StorageFault.Validation))]
    [InlineData(1400, nameof(StorageFault.Validation))]
    [InlineData(1017, nameof(StorageFault.Credentials))]
    [InlineData(28000, nameof(StorageFault.Credentials))]
    [InlineData(3113, nameof(StorageFault.Unavailable))]
    [InlineData(3114, nameof(StorageFault.Unavailable))]
    [InlineData(3135, nameof(StorageFault.Unavailable))]
    [InlineData(12153, nameof(StorageFault.Unavailable))]
    [InlineData(12170, nameof(StorageFault.Unavailable))]
    [InlineData(12514, nameof(StorageFault.Unavailable))]
    [InlineData(12541, nameof(StorageFault.Unavailable))]
    [InlineData(12537, nameof(StorageFault.Unavailable))]
    [InlineData(1033, nameof(StorageFault.Unavailable))]
    [InlineData(1034, nameof(StorageFault.Unavailable))]
    [InlineData(1089, nameof(StorageFault.Unavailable))]
    [InlineData(25408, nameof(StorageFault.Unavailable))]
    [InlineData(28, nameof(StorageFault.Unavailable))]
    [InlineData(603, nameof(StorageFault.Unavailable))]
    [InlineData(2396, nameof(StorageFault.Unavailable))]
    [InlineData(12547, nameof(StorageFault.Unavailable))]
    [InlineData(12560, nameof(StorageFault.Unavailable))]
    [InlineData(12592, nameof(StorageFault.Unavailable))]
    [InlineData(3150, nameof(StorageFault.Unavailable))]
    [InlineData(942, nameof(StorageFault.Unexpected))]
    public void Classify_ByItsNumber_SaysWhatItMeans(int number, string expected) =>
        Assert.Equal(expected, _dialect.Classify(new FakeOracle.OracleException(number)).ToString());

    [Fact]
    public void Classify_OfAnArrayWithFailedRows_IsWhatTheFirstRowFailedOf()
    {
        var failed = new FakeOracle.OracleException(24381, 24381, 1, 12899);
        Assert.Equal(StorageFault.UniqueViolation, _dialect.Classify(failed));
        Assert.Equal(StorageFault.Unexpected, _dialect.Classify(new FakeOracle.OracleException(24381)));
    }

    [Fact]
    public void ClearPool_ThatWasNeverOpened_ClearsNothing()
    {
        var dialect = FakeOracle.Dialect();
        using var source = new FakeOracle.Source();

        dialect.ClearPool(source);
        Assert.Equal(0, FakeOracle.Connection.Cleared);

        FakeOracle.Connection.HasPool = true;
        dialect.ClearPool(source);
        Assert.Equal(1, FakeOracle.Connection.Cleared);
    }

    [Fact]
    public async Task Execute_OfOneRow_WaitsNoLongerThanForALock()
    {
        using var one = new FakeOracle.Command { CommandTimeout = 10 };
        using var several = new FakeOracle.Command { CommandTimeout = 10 };
        var row = PayoffTable.ToInsert(Sample.Payoff()).Values;

        await _dialect.ExecuteAsync(one, PayoffTable.Insert, [row], CancellationToken.None);
        await _dialect.ExecuteAsync(several, PayoffTable.Insert, [row, row], CancellationToken.None);

        Assert.Equal((2, 10), (one.CommandTimeout, several.CommandTimeout));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Execute_WhoseTimeIsUp_WasLockedOut(int rows)
    {
        using var command = new FakeOracle.Command { Failure = new FakeOracle.OracleException(1013) };
        var row = PayoffTable.ToInsert(Sample.Payoff()).Values;

        var failed = await Assert.ThrowsAnyAsync<DbException>(
            () => _dialect.ExecuteAsync(command, PayoffTable.Insert, [.. Enumerable.Repeat(row, rows)], CancellationToken.None));

        Assert.Equal(StorageFault.Locked, _dialect.Classify(failed));
        Assert.Same(command.Failure, failed.InnerException);
    }

    [Fact]
    public async Task Execute_ThatItsCallerCancels_WasCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var command = new FakeOracle.Command { Failure = new FakeOracle.OracleException(1013) };

        var failed = await Assert.ThrowsAnyAsync<DbException>(
            () => _dialect.ExecuteAsync(command, PayoffTable.Insert, [PayoffTable.ToInsert(Sample.Payoff()).Values], cancelled.Token));

        Assert.Equal(StorageFault.Cancelled, _dialect.Classify(failed));
    }

    [Fact]
    public void ConnectionString_OfTheOptions_HasPoolAndTimeout() =>
        Assert.Equal(
            "data source=x;connection timeout=5;max pool size=38",
            FakeOracle.Dialect().ConnectionString.ToLowerInvariant());

    private static void AssertName(string name)
    {
        Assert.InRange(name.Length, 1, 30);
        Assert.DoesNotContain(name, OracleWords.Reserved.AsEnumerable(), StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsFunction(string statement) => statement.StartsWith("CREATE OR REPLACE FUNCTION ", StringComparison.Ordinal);

    [GeneratedRegex(":(?<name>[a-z_0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bind();

    // What follows CREATE TABLE, CREATE INDEX, CREATE FUNCTION and CONSTRAINT, and what begins a line inside a table.
    [GeneratedRegex(@"(?:CREATE\ TABLE|CREATE\ INDEX|CREATE\ OR\ REPLACE\ FUNCTION|\bCONSTRAINT)\s+(?<name>\w+)|^\s\s(?!CONSTRAINT)(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Declared();
}

using System.Collections.Concurrent;
using System.Reflection;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Tests.Dialects;
using LoApi.Storage.Tests.Oracle.Recorder;
using LoApi.Storage.Tests.Oracle.Statements;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Oracle's dialect, as far as that can be tried without an Oracle: see <see cref="RecorderTestDatabase"/>.</summary>
[TestCaseOrderer("LoApi.Storage.Tests.Conformance.FileLast", "LoApi.Storage.Tests")]
[RememberedTest]
public sealed class RecorderConformanceTests(RecorderTestDatabase database)
    : StorageConformance(database), IClassFixture<RecorderTestDatabase>
{
    /// <summary>The tests of the suite that were run.</summary>
    internal static ConcurrentDictionary<string, bool> Ran { get; } = new(StringComparer.Ordinal);

    [DialectFact]
    public async Task Statements_OfTheWholeSuite_AreThoseOnFile()
    {
        // All of them have been run by now, unless somebody wants this one alone.
        foreach (var test in typeof(StorageConformance).GetMethods().Where(IsTest).Where(test => !Ran.ContainsKey(test.Name)))
        {
            await (Task)test.Invoke(this, null)!;
        }

        var recording = ((RecorderTestDatabase)TestDatabase).Recording;
        var sent = recording.Statements.Select(StatementOnFile.Of).ToDictionary(statement => statement.Text, StringComparer.Ordinal);
        foreach (var statement in AllShapes.List.Select(OfShape).Concat(OrleansStatements.All))
        {
            sent.TryAdd(statement.Text, statement);
        }

        var file = StatementFile.Render(sent.Values);
        if (Environment.GetEnvironmentVariable("LOAPI_UPDATE_ORACLE_STATEMENTS") == "1")
        {
            await File.WriteAllTextAsync(StatementFile.FullName, file);
        }

        Assert.Equal(file, (await File.ReadAllTextAsync(StatementFile.FullName)).ReplaceLineEndings("\n"));
        Assert.True(recording.Boundaries["COMMIT"] > 100 && recording.Boundaries["ROLLBACK"] > 10, "Transactions ended otherwise than before.");
    }

    [DialectFact]
    public async Task Sessions_ThatReadAndWrite_AreTaggedWithWhatTheyAreAbout()
    {
        var alone = Sample.Changes(new PayoffInsert(Sample.Payoff()));
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(alone));
        await Host.Payoffs.FindAsync(Guid.NewGuid());

        var tags = ((RecorderTestDatabase)TestDatabase).Recording.Tags;
        Assert.Contains(new SessionTags("LoApi", "read", "", ""), tags);
        Assert.Contains(new SessionTags("LoApi", "write", alone.Audit.Caller.ClientId, alone.Audit.Caller.RequestId), tags);
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttribute<DialectFactAttribute>() is not null;

    private static StatementOnFile OfShape(RowShape shape)
    {
        var dialect = FakeOracle.Dialect();
        return new("in a transaction", dialect.Statement(shape), [.. shape.Bound.Select(column =>
        {
            var parameter = new RecorderParameter();
            dialect.Bind(parameter, column.Kind, null);
            return new RecordedBind(column.Parameter, parameter.OracleDbType);
        })]);
    }
}

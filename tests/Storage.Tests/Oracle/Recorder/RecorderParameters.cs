using System.Collections;
using System.Data.Common;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>The parameters of a command, in the order in which they were added.</summary>
internal sealed class RecorderParameters : DbParameterCollection
{
    public List<RecorderParameter> List { get; } = [];

    public override int Count => List.Count;

    public override object SyncRoot => List;

    public override int Add(object value)
    {
        List.Add((RecorderParameter)value);
        return List.Count - 1;
    }

    public override void AddRange(Array values) => List.AddRange(values.Cast<RecorderParameter>());

    public override void Clear() => List.Clear();

    public override bool Contains(object value) => List.Contains((RecorderParameter)value);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)List).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => List.GetEnumerator();

    public override int IndexOf(object value) => List.IndexOf((RecorderParameter)value);

    public override int IndexOf(string parameterName) => List.FindIndex(parameter => parameter.ParameterName == parameterName);

    public override void Insert(int index, object value) => List.Insert(index, (RecorderParameter)value);

    public override void Remove(object value) => List.Remove((RecorderParameter)value);

    public override void RemoveAt(int index) => List.RemoveAt(index);

    public override void RemoveAt(string parameterName) => List.RemoveAt(IndexOf(parameterName));

    protected override DbParameter GetParameter(int index) => List[index];

    protected override DbParameter GetParameter(string parameterName) => List[IndexOf(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => List[index] = (RecorderParameter)value;

    protected override void SetParameter(string parameterName, DbParameter value) => List[IndexOf(parameterName)] = (RecorderParameter)value;
}

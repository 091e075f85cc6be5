using System.Reflection;
using Orleans.Core;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <inheritdoc/>
internal sealed class StateParameter<TState>(ParameterInfo parameter, IPersistentStateConfiguration configuration)
    : StateParameter(parameter, configuration)
{
    public override IStorage Create(Activation activation) =>
        new PersistentState<TState>(StateName, activation.GrainId, FindStorage(activation.Class.Runtime.Services));
}

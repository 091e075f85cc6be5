using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Constructs grains of a class: services from the activation's scope, states by their attributes.</summary>
internal sealed class GrainConstructor
{
    private readonly ObjectFactory _create;
    private readonly StateParameter[] _states;
    private readonly bool _needsServices;

    public GrainConstructor(Type implementation)
    {
        var parameters = Choose(implementation).GetParameters();
        _states = [.. parameters.Select(StateParameter.Of).OfType<StateParameter>()];
        _needsServices = parameters.Length > _states.Length;
        _create = ActivatorUtilities.CreateFactory(implementation, [.. _states.Select(state => state.ParameterType)]);
    }

    public void Validate(IServiceProvider services) => Array.ForEach(_states, state => state.FindStorage(services));

    public object Create(Activation activation, out IReadOnlyList<IStorage> states)
    {
        var created = _states.Length == 0 ? [] : Array.ConvertAll(_states, state => state.Create(activation));
        states = created;

        // Most activations never need a scope; one that is not opened costs nothing.
        return _create(_needsServices ? activation.ActivationServices : activation.Class.Runtime.Services, created);
    }

    private static ConstructorInfo Choose(Type implementation)
    {
        if (implementation.IsGenericTypeDefinition)
        {
            throw new OrleansConfigurationException($"Grain class {implementation} is generic, which the embedded runtime leaves out.");
        }

        var constructors = implementation.GetConstructors();
        return constructors switch
        {
            [var only] => only,
            _ => constructors.SingleOrDefault(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
                ?? throw new OrleansConfigurationException(
                    $"Grain class {implementation} has {constructors.Length} public constructors. It must have one, or mark one "
                    + $"with [{nameof(ActivatorUtilitiesConstructorAttribute)}]."),
        };
    }
}

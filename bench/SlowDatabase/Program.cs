using System.Diagnostics;
using System.Reflection;
using LoApi.SlowDatabase;

// The service itself, from its entry point on; only what it calls its database is put in between while its host is built.
using var subscription = DiagnosticListener.AllListeners.Subscribe(new HostInterception(SlowStorage.Add));
var service = Assembly.Load("LoApi.ApiFrontend").EntryPoint!;
return service.Invoke(obj: null, [args]) is int code ? code : 0;

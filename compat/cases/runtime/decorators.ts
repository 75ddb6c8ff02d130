// Decorators of the standard.
function logged(value: any, context: any) {
  console.log(context.kind, context.name, context.static);
  return function (this: unknown, ...args: unknown[]) {
    return `<${value.apply(this, args)}>`;
  };
}
class Greeter {
  @logged
  greet(name: string) {
    return `hello ${name}`;
  }
}
console.log(new Greeter().greet("you"));

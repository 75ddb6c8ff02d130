const sleep = Bun.sleep;
Object.assign(Bun, { sleep: Object.assign(function replaced(ms: number) { return sleep(ms); }, { done: true }), serve: Object.assign(function serve(options: any) { return { served: options }; }, { done: true }) });

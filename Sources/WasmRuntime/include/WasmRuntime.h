// What Embedded Swift needs from a C library on WebAssembly: memory, and the product of wide integers.
// On every other target this is empty.
#ifndef NABLA_WASM_RUNTIME_H
#define NABLA_WASM_RUNTIME_H
#endif

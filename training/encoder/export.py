"""The trained encoder as one ONNX file: weights in eight bits, the text's keys and values kept for the pairs.

What it computes is the same to the last bit on x86 processors with AVX2 and with AVX-512: softmax and GELU are spelt
out, since ONNX Runtime adds up a softmax in as many lanes as there are, and has a GELU of its own for AVX-512.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import onnx  # type: ignore[import-not-found, unused-ignore]
import torch
from encoder.network import HEADS, WIDTH, Network
from onnxruntime.quantization import (  # type: ignore[import-not-found, import-untyped, unused-ignore]
    QuantType,
    quantize_dynamic,
)
from torch import Tensor, nn

HALF = 0.5
NAMES = ("ids", "cases", "grammar", "positions", "mask", "past")


def _gelu(half: Tensor) -> Tensor:
    """Return GELU of twice `half`."""
    return half + half * torch.erf(half * 2**0.5)


class Linear(nn.Module):
    """A linear layer times `share`, its matrix as ONNX multiplies it, which is what can be quantised."""

    def __init__(self, linear: nn.Linear, share: float = 1.0) -> None:
        super().__init__()
        self.matrix = nn.Parameter(linear.weight.detach().t().contiguous() * share)
        self.bias = nn.Parameter(linear.bias.detach() * share)

    def forward(self, x: Tensor) -> Tensor:
        """Return the layer's output."""
        return x @ self.matrix + self.bias


class Exported(nn.Module):
    """The network for one chunk: text first, then markers that are given what the text left behind.

    A marker is one more piece: number vocabulary + (type·3 + status)·4 + border. The last row of `cases` and of
    `grammar` is nothing.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        kinds, states, borders = network.kinds.weight, network.states.weight, network.borders.weight
        markers = (kinds[:, None, None] + states[None, :, None] + borders[None, None, :]).reshape(-1, WIDTH)
        table = torch.cat([network.words.weight, markers]).detach()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)
        nothing = torch.zeros(1, WIDTH)
        self.cases = nn.Parameter(torch.cat([network.cases.weight.detach(), nothing]))
        self.grammar = nn.Parameter(torch.cat([network.grammar.weight.detach(), nothing]))
        self.positions = nn.Parameter((network.positions.weight + network.segment).detach())
        self.norm = network.norm
        self.norms = nn.ModuleList(nn.ModuleList([layer.norm1, layer.norm2]) for layer in network.layers)
        parts = [
            [Linear(layer.qkv), Linear(layer.out), Linear(layer.up, HALF), Linear(layer.down)]
            for layer in network.layers
        ]
        self.parts = nn.ModuleList(nn.ModuleList(four) for four in parts)
        self.tagger = Linear(network.tagger)
        self.judge = nn.ModuleList([Linear(network.judge[0], HALF), Linear(network.judge[3])])

    def forward(
        self, ids: Tensor, cases: Tensor, grammar: Tensor, positions: Tensor, mask: Tensor, past: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return tags (n, tags), answers (n/4, outputs) and keys and values (2·layers, heads, n, width/heads).

        `mask` is (n, past + n), added to the attention; `past` are keys and values of what came before.
        """
        words = self.table[ids].float() * self.scale[ids]
        hidden = self.norm(words + self.positions[positions] + self.cases[cases] + self.grammar[grammar])
        memory: list[Tensor] = []
        for number, (parts, norms) in enumerate(zip(self.parts, self.norms, strict=True)):
            qkv = parts[0](hidden).reshape(-1, 3, HEADS, WIDTH // HEADS).permute(1, 2, 0, 3)
            memory += [qkv[1], qkv[2]]
            keys = torch.cat([past[2 * number], qkv[1]], 1)
            values = torch.cat([past[2 * number + 1], qkv[2]], 1)
            scores = qkv[0] @ keys.transpose(1, 2) * (WIDTH // HEADS) ** -0.5 + mask
            powers = torch.exp(scores - scores.amax(-1, keepdim=True))
            mixed = (powers @ values / powers.sum(-1, keepdim=True)).permute(1, 0, 2).reshape(-1, WIDTH)
            hidden = norms[0](hidden + parts[1](mixed))
            hidden = norms[1](hidden + parts[3](_gelu(parts[2](hidden))))
        answers = self.judge[1](_gelu(self.judge[0](hidden.reshape(-1, 4 * WIDTH))))
        return self.tagger(hidden), answers, torch.stack(memory)


def export(network: Network, path: Path) -> None:
    """Write the network to an ONNX file with weights of eight bits. The same network gives the same bytes."""
    network.eval()
    n, before = 8, 4
    layers = len(network.layers)
    inputs = (
        *(torch.zeros(n, dtype=torch.int64) for _ in range(4)),
        torch.zeros(n, before + n),
        torch.zeros(2 * layers, HEADS, before, WIDTH // HEADS),
    )
    axes = {name: {0: "n"} for name in NAMES[:4]}
    axes |= {
        "mask": {0: "n", 1: "all"},
        "past": {2: "before"},
        "tags": {0: "n"},
        "answers": {0: "pairs"},
        "memory": {2: "n"},
    }
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Exported(network).eval(),
            inputs,
            str(whole),
            dynamo=False,
            opset_version=17,
            input_names=list(NAMES),
            output_names=["tags", "answers", "memory"],
            dynamic_axes=axes,
        )
        matrices = {one.name for one in onnx.load(whole).graph.initializer}
        multiplied = [
            node.name for node in onnx.load(whole).graph.node if node.op_type == "MatMul" and node.input[1] in matrices
        ]
        # Seven bits: with eight the sums overflow on processors without VNNI, and would differ from those on others.
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            nodes_to_quantize=multiplied,
        )

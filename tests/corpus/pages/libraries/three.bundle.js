import { BoxGeometry, Mesh, MeshNormalMaterial, PerspectiveCamera, Scene, WebGLRenderer } from 'three'

// A browser without a graphics card may have none.
if (document.createElement('canvas').getContext('webgl2')) turn()

function turn() {
  const renderer = new WebGLRenderer()
  renderer.setSize(440, 240)
  document.body.append(renderer.domElement)
  const camera = new PerspectiveCamera(60, 440 / 240, 0.1, 10)
  camera.position.z = 2
  const cube = new Mesh(new BoxGeometry(), new MeshNormalMaterial())
  const scene = new Scene()
  scene.add(cube)
  renderer.setAnimationLoop(time => {
    cube.rotation.set(time / 900, time / 700, 0)
    renderer.render(scene, camera)
  })
}
